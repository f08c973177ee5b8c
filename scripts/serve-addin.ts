import { getHttpsServerOptions } from 'office-addin-dev-certs';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';

const folder = path.join(__dirname, '..', 'dist', 'addin');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Serves the built add-in to Excel where the manifest says it is. Excel takes only a certificate
 * that this machine trusts; at the first start Windows or macOS asks whether to install it.
 */
async function serveAddIn(): Promise<void> {
  const certificate = await getHttpsServerOptions();
  const server = createServer(certificate, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    const file = path.join(folder, decodeURIComponent(pathname));
    if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    // Excel shows icons only where they may be kept.
    const caching = file.endsWith('.png') ? 'max-age=60' : 'no-cache';
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': caching,
    });
    createReadStream(file).pipe(response);
  });
  server.listen(4443, 'localhost', () => {
    console.log('Sales Monitor is served at https://localhost:4443');
  });
}

void serveAddIn();
