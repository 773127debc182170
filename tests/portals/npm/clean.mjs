// Cleans every text of the JSON object on standard input as portals on Node do, and writes one object for each way of cleaning.
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import sanitizeHtml from 'sanitize-html';
import { text } from 'node:stream/consumers';

const snippets = JSON.parse(await text(process.stdin));
const { window } = new JSDOM('');
const purify = (options) => (html) => createDOMPurify(window).sanitize(html, options);
const sanitize = (options) => (html) => sanitizeHtml(html, options);
const { allowedTags, allowedAttributes } = sanitizeHtml.defaults;

const ways = {
  'DOMPurify': purify({}),
  // As those do who embed films: the attribute is not among its defaults.
  'DOMPurify with frames': purify({ ADD_TAGS: ['iframe'], ADD_ATTR: ['frameborder', 'allowfullscreen'] }),
  'DOMPurify, text alone': purify({ ALLOWED_TAGS: ['#text'] }),
  'sanitize-html': sanitize({}),
  'sanitize-html with pictures': sanitize({ allowedTags: [...allowedTags, 'img'] }),
  'sanitize-html with frames': sanitize({
    allowedTags: [...allowedTags, 'iframe'],
    allowedAttributes: { ...allowedAttributes, iframe: ['src', 'title', 'width', 'height', 'style'] },
    allowedIframeHostnames: ['127.0.0.1'],
  }),
  // The same list without the host of the embeds leaves an empty frame.
  'sanitize-html with frames of others': sanitize({
    allowedTags: [...allowedTags, 'iframe'],
    allowedAttributes: { ...allowedAttributes, iframe: ['src', 'width', 'height'] },
    allowedIframeHostnames: ['www.youtube.com'],
  }),
  'sanitize-html, text alone': sanitize({ allowedTags: [], allowedAttributes: {} }),
};

const cleaned = (clean) => Object.fromEntries(Object.entries(snippets).map(([name, html]) => [name, clean(html)]));
console.log(JSON.stringify(Object.fromEntries(Object.entries(ways).map(([name, clean]) => [name, cleaned(clean)]))));
