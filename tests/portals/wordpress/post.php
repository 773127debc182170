<?php
// Sends requests to the REST interface that both of WordPress's editors save by, as the user that each names, and prints what came back.
require getcwd() . '/wp-load.php';
$answers = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $asked) {
    wp_set_current_user(get_user_by('login', $asked['user'])->ID);
    if (current_user_can('unfiltered_html')) {
        throw new Exception("$asked[user] may post everything: nothing would be tried");
    }
    $request = new WP_REST_Request('POST', $asked['route']);
    $request->set_body_params($asked['body']);
    $answer = rest_do_request($request);
    if ($answer->is_error()) {
        throw new Exception("$asked[route]: " . $answer->as_error()->get_error_message());
    }
    $answers[] = $answer->get_data();
}
echo json_encode($answers);
