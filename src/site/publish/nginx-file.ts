/** `_nginx.conf`: what nginx has to know of this build, for a server block whose root holds the site at its base. */
import type { PublishedSite } from './headers-file.ts';
import type { MovedAddress } from './redirects-file.ts';
import { type Headers, IMMUTABLE, REVALIDATED } from './response-headers.ts';

/** What is worth compressing; files that end in `.gz` are of none of these types, and stay as they are. */
const COMPRESSED = [
  'application/javascript',
  'application/json',
  'application/manifest+json',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/javascript',
  'text/markdown',
  'text/plain',
];
/** For hosts, not for readers. */
const HIDDEN = '(_headers|_redirects|_nginx\\.conf|\\.build\\.json)';

/**
 * @param moved old addresses, which nginx answers itself
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html a location that adds a header inherits none
 */
export function writeNginxFile(
  { base, security, immutable }: PublishedSite,
  moved: readonly MovedAddress[] = [],
): string {
  const folders = immutable.map((folder) => escapePattern(folder)).join('|');
  const locations = [
    ...moved.map(([from, to]) => `location = ${from} {\n  return 301 ${to};\n}\n`),
    writeLocation(base, { ...security, ...REVALIDATED }),
    writeLocation(`~ ^${escapePattern(base)}(${folders})`, { ...security, ...IMMUTABLE }),
  ];
  return `# Written by the build: include it in a server block whose root holds the site at ${base}
index index.html;
error_page 404 ${base}404.html;
# A folder's address without its slash leads on to the one with it, behind a proxy too.
absolute_redirect off;
server_tokens off;
charset utf-8;
charset_types text/css text/javascript text/markdown text/plain text/xml application/javascript application/json;
include mime.types;
types {
  application/manifest+json webmanifest;
  text/javascript js mjs;
  text/markdown md;
}
gzip on;
# What lies compressed beside a file is sent as it is: gzip -9 once, not at each request.
gzip_static on;
gzip_vary on;
gzip_min_length 1000;
gzip_types ${COMPRESSED.join(' ')};

${locations.join('\n')}
location ~ ^${escapePattern(base)}${HIDDEN}$ {
  return 404;
}
`;
}

function writeLocation(address: string, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;\n`);
  return `location ${address} {\n${lines.join('')}}\n`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
