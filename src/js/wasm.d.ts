/** The WebAssembly file, compiled where the host imports such files as modules, as Cloudflare's Workers do. */
declare const module: WebAssembly.Module;
export default module;
