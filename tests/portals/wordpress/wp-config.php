<?php
// WordPress as a public body runs it: nobody, not even the administrator, may post what is not filtered. Where it lies comes from the test.
define('WP_HOME', getenv('PORTAL_URL'));
define('WP_SITEURL', getenv('PORTAL_URL'));
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('PORTAL_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DISALLOW_UNFILTERED_HTML', true);
define('WP_DEFAULT_THEME', 'twentytwentyone');
// It asks nobody for news, and does its chores never.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('DISABLE_WP_CRON', true);
define('WP_DEBUG', false);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require ABSPATH . 'wp-settings.php';
