import type { MockServer } from "seedance-mock";

/** A task as the API tells it. */
export interface Task {
  id: string;
  status: string;
  progress: number;
}

const PATH = "/v1/videos/generations";

/** Stands for the code under test: submits a prompt and returns the task. */
export async function submit(mock: MockServer, prompt: string, more: object = {}): Promise<Task> {
  const response = await call(mock, "POST", PATH, { model: "seedance-2", prompt, ...more });
  return (await response.json()) as Task;
}

/** Stands for the code under test: asks for a task. */
export async function poll(mock: MockServer, id: string): Promise<Task> {
  return (await (await call(mock, "GET", `${PATH}/${id}`)).json()) as Task;
}

/** Calls the API, and returns the response whatever its status is. */
export function call(mock: MockServer, method: string, path: string, body?: object): Promise<Response> {
  return fetch(mock.baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${mock.apiKey}`, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
