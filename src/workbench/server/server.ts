import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { localCertificate } from './certificate';

export interface WorkbenchServer {
  /** `https://localhost:4443` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  /** 0, as when left out, takes a free one. */
  readonly port?: number;
  /** The project's folder. */
  readonly root?: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Where Office add-ins load office.js from; answered here from the package, byte for byte. */
const officeAddress = /https:\/\/appsforoffice\.microsoft\.com\/lib\/1(?:\.1)?\/hosted\//g;

/** The file that answers a path, by its first part; undefined where it would lie outside. */
function findFile(root: string, address: string): string | undefined {
  const places: readonly (readonly [string, string])[] = [
    ['/office/', 'node_modules/@microsoft/office-js/dist'],
    ['/samples/', 'samples'],
    ['/workbench/', 'dist/workbench'],
    ['/', 'dist/addin'],
  ];
  if (address === '/' || address === '/index.html') {
    return path.join(root, 'dist/workbench/index.html');
  }
  if (address === '/manifest.xml') return path.join(root, 'manifest.xml');
  for (const [start, folder] of places) {
    if (!address.startsWith(start)) continue;
    const base = path.join(root, folder);
    const file = path.join(base, address.slice(start.length));
    return file.startsWith(base + path.sep) ? file : undefined;
  }
  return undefined;
}

/** What a browser may keep: the address of a built script changes with what it holds. */
function keeping(url: string): string {
  if (url.startsWith('/office/')) return 'max-age=3600';
  return /\.[0-9a-f]{8}\.js$|\.js\?[0-9a-f]{20}$/.test(url)
    ? 'max-age=31536000, immutable'
    : 'no-cache';
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  const address = decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname);
  const file = findFile(root, address);
  if (file === undefined || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`Nothing is served at ${address}. Has it been built?`);
    return;
  }
  const isOffice = address.startsWith('/office/');
  const headers = {
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': keeping(request.url ?? ''),
  };
  if (path.extname(file) === '.html' && !isOffice) {
    const html = readFileSync(file, 'utf8').replace(officeAddress, '/office/');
    response.writeHead(200, headers);
    response.end(html);
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': statSync(file).size });
  createReadStream(file).pipe(response);
}

/** Serves the workbench's page, the built add-in, office.js, the manifest and the samples. */
export async function startServer(options: ServerOptions = {}): Promise<WorkbenchServer> {
  const root = path.resolve(options.root ?? path.join(__dirname, '../../..'));
  const certificate = await localCertificate(path.join(root, 'dist/certificate'));
  const server = createServer(certificate, (request, response) => {
    answer(root, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${String(port)}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}
