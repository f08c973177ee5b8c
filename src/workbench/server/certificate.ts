import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Days that a certificate is good for; browsers refuse more than 825. */
const goodFor = 365;

/**
 * A certificate for localhost that nobody is asked to trust. It is kept, so that a browser that was
 * told to go on doesn't ask again at the next start.
 */
export async function localCertificate(folder: string): Promise<Certificate> {
  const file = path.join(folder, 'localhost.json');
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Certificate & { readonly until: number };
    if (kept.until > Date.now()) return { key: kept.key, cert: kept.cert };
  }
  const until = new Date(Date.now() + goodFor * 86_400_000);
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: until,
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const certificate = { key: made.private, cert: made.cert };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...certificate, until: until.getTime() }), { mode: 0o600 });
  return certificate;
}
