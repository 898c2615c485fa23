// npm start: sets up what is missing, builds, and serves the page.
import { build } from "./build.js";
import { say } from "./run.js";

const PORT = 8000;

build();
// Only now, since setting up may have installed what it imports.
const { serve } = await import("./serve.js");
const { address } = await serve(PORT).catch((/** @type {NodeJS.ErrnoException} */ error) => {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `Port ${PORT} is taken: end what listens there and run this again.` : error.message);
  process.exit(1);
});
say(`nutgraf is at ${address} (Ctrl+C ends it)`);
