// The entry of Cloudflare's Workers, which compile WebAssembly when they are deployed and never later.
import { provide } from "./load.js";
// @ts-expect-error TypeScript knows no modules of WebAssembly.
import module from "./wasm/nutgraf_bg.wasm";

export * from "./index.js";

provide(() => module);
