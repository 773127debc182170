//! What is to be done with the files beside it, for whoever opens the folder.

pub const FILE: &str = "\
# Files for servers

All say the same: types, compressed copies, what may be kept how long, who may frame what, `404.html` for what is missing.

| server | file | what to do |
|---|---|---|
| nginx | `deploy/nginx.conf` | `include` it in the `server` |
| Caddy | `deploy/Caddyfile` | `import` it in the site's block |
| lighttpd | `deploy/lighttpd.conf` | `include` it; needs lighttpd-mod-deflate |
| Apache | `.htaccess`, at the site's start | nothing, where `AllowOverride All` and mod_headers, mod_rewrite are on |
| IIS | `web.config`, at the site's start | install URL Rewrite 2 |
| Netlify, Cloudflare Pages | `_headers`, at the site's start | nothing |

GitHub Pages and any plain host read none of them. The site works there all the same; lost is this: others may frame the site's own pages; a frame
with `sandbox=\"allow-scripts\"` stays static, unless the host sends `Access-Control-Allow-Origin: *` by itself, as GitHub Pages does; pages under
`Cross-Origin-Embedder-Policy: require-corp` can't show an embed; new figures come as late as the host's own caches (GitHub Pages: 10 minutes);
files with a hash in their names are asked for again. `.nojekyll` keeps GitHub from leaving files out.
";
