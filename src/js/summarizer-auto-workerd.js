// nutgraf/summarizer/auto in Cloudflare's Workers.
import "./workerd.js";
import "./summarizer-auto.js";
