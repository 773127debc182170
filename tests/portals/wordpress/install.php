<?php
// Makes the database, installs WordPress into it without pictures of people from elsewhere and without its own widgets, and an editor.
$server = new mysqli(null, 'root', '', null, 0, getenv('PORTAL_SOCKET'));
$server->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
define('WP_INSTALLING', true);
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
// The installer would send its password by mail.
function wp_new_blog_notification() {}
wp_install('Cổng thông tin', 'admin', 'admin@bluezone.test', true, '', wp_generate_password());
wp_insert_user(['user_login' => 'editor', 'user_pass' => wp_generate_password(), 'role' => 'editor']);
update_option('show_avatars', 0);
update_option('sidebars_widgets', ['wp_inactive_widgets' => [], 'sidebar-1' => [], 'array_version' => 3]);
