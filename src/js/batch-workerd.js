// nutgraf/batch in Cloudflare's Workers.
import "./workerd.js";

export * from "./batch.js";
