import createClient from "openapi-fetch";
import type { components, paths } from "./client/seedance.js";

type GenerationRequest = components["schemas"]["GenerationRequest"];

const api = createClient<paths>({
  baseUrl: process.env.SEEDANCE_BASE_URL,
  headers: { Authorization: `Bearer ${process.env.SEEDANCE_API_KEY}` },
});

/** Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between. */
async function generate(body: GenerationRequest) {
  const submitted = await api.POST("/v1/videos/generations", { body });
  if (!submitted.data) return { refused: submitted.error.error, status: submitted.response.status };
  let task = submitted.data;
  const seen = [task.status];
  for (let polls = 0; polls < 20 && !["completed", "failed"].includes(task.status); polls++) {
    const { data } = await api.GET("/v1/videos/generations/{id}", {
      params: { path: { id: task.id } },
      signal: AbortSignal.timeout(30_000),
    });
    task = data ?? task; // an error while polling is no news
    if (seen.at(-1) !== task.status) seen.push(task.status);
  }
  return { task, seen };
}

const video = await generate({ model: "seedance-2", prompt: "A lighthouse in a storm", duration: 5 });
console.log("video", video.task?.result?.data[0]?.url);

const wrong = await generate({ model: "seedance-2-mini", prompt: "A lighthouse in a storm", duration: 7 });
console.log("refused", wrong.status, wrong.refused?.code, wrong.refused?.param);

const odd = await generate({ model: "seedance-2", prompt: "[mock:new-fields] A lighthouse" });
console.log("unknown fields", odd.task?.status);

const unknown = await generate({ model: "seedance-2", prompt: "[mock:unknown-status] A lighthouse" });
console.log("unknown status", ...(unknown.seen ?? []));
