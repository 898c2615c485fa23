// A static server for the page, on this machine alone.
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { root } from "./run.js";

/** Sent with every file; the page carries the same policy for hosts that send no headers. */
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types nutgraf default lit-html",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Serves the page on 127.0.0.1; port 0 takes a free one.
 * @param {number} port
 * @param {{ folder?: string, missing?: RegExp }} [options] For tests: another folder than pkg/page, and paths
 *   that are answered as if they did not exist.
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve(port, { folder = join(root, "pkg", "page"), missing } = {}) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
    };
    if (missing?.test(request.url ?? "")) notFound();
    else files(request, response, notFound);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      const actual = bound !== null && typeof bound === "object" ? bound.port : port;
      resolve({ address: `http://127.0.0.1:${actual}/`, close: () => server.close() });
    });
  });
}
