// nutgraf/summarizer in Cloudflare's Workers.
import "./workerd.js";

export * from "./summarizer.js";
