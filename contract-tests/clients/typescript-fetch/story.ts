import { Configuration, ErrorResponseFromJSON, GenerationsApi, ResponseError, VideoModel } from "./client";
import type { GenerationRequest, GenerationTask } from "./client";

const api = new GenerationsApi(
  new Configuration({ basePath: process.env.SEEDANCE_BASE_URL, accessToken: process.env.SEEDANCE_API_KEY }),
);

/** Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between. */
async function generate(generationRequest: GenerationRequest): Promise<{ task: GenerationTask; seen: string[] }> {
  let task = await api.createGeneration({ generationRequest });
  const seen = [task.status];
  for (let polls = 0; polls < 20 && !["completed", "failed"].includes(task.status); polls++) {
    task = await api.getGeneration({ id: task.id }, { signal: AbortSignal.timeout(30_000) });
    if (seen.at(-1) !== task.status) seen.push(task.status);
  }
  return { task, seen };
}

async function story() {
  const video = await generate({ model: VideoModel.SEEDANCE_2, prompt: "A lighthouse in a storm", duration: 5 });
  console.log("video", video.task.result?.data[0].url);

  try {
    await generate({ model: VideoModel.SEEDANCE_2_MINI, prompt: "A lighthouse in a storm", duration: 7 });
  } catch (e) {
    if (!(e instanceof ResponseError)) throw e;
    const { error } = ErrorResponseFromJSON(await e.response.json());
    console.log("refused", e.response.status, error.code, error.param);
  }

  const odd = await generate({ model: VideoModel.SEEDANCE_2, prompt: "[mock:new-fields] A lighthouse" });
  console.log("unknown fields", odd.task.status);

  const unknown = await generate({ model: VideoModel.SEEDANCE_2, prompt: "[mock:unknown-status] A lighthouse" });
  console.log("unknown status", ...unknown.seen);
}

void story();
