// A few threads that summarize files.
import { Worker } from "node:worker_threads";

/** @typedef {import("./file.js").Task} Task */
/** @typedef {import("nutgraf").Summary} Summary */
/** @typedef {{ task: Task, resolve: (summary: Summary) => void, reject: (error: unknown) => void }} Job */

/** Threads, each with one file at a time. One that dies takes its file with it and is replaced. */
export class Pool {
  /** @type {Worker[]} */
  #idle = [];
  /** @type {Map<Worker, Job>} */
  #busy = new Map();
  /** @type {Job[]} */
  #waiting = [];

  /** @param {number} size The number of threads. */
  constructor(size) {
    this.size = size;
    for (let started = 0; started < size; started++) this.#start();
  }

  /**
   * @param {Task} task
   * @returns {Promise<Summary>}
   */
  run(task) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  /** Ends the threads. */
  async end() {
    const threads = [...this.#idle, ...this.#busy.keys()];
    for (const thread of threads) thread.removeAllListeners();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  #start() {
    const thread = new Worker(new URL("./thread.js", import.meta.url));
    thread.on("message", ({ summary, error }) => {
      const job = this.#busy.get(thread);
      this.#busy.delete(thread);
      this.#idle.push(thread);
      if (error) job?.reject(error);
      else job?.resolve(summary);
      this.#next();
    });
    thread.on("error", (error) => {
      const job = this.#busy.get(thread);
      this.#busy.delete(thread);
      this.#idle = this.#idle.filter((other) => other !== thread);
      job?.reject(error);
      if (job) this.#start();
      else for (const { reject } of this.#waiting.splice(0)) reject(error); // threads do not start here
    });
    this.#idle.push(thread);
    this.#next();
  }

  #next() {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const [thread, job] = [this.#idle.shift(), this.#waiting.shift()];
      if (!thread || !job) return;
      this.#busy.set(thread, job);
      thread.postMessage(job.task);
    }
  }
}
