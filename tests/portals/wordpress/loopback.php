<?php
// WordPress refuses to ask a loopback address or an unusual port for an embed, so that no editor can make it read the machine's own services.
// The test's site has no other address; a real one needs none of this.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) getenv('PORTAL_EMBED_PORT')]);
