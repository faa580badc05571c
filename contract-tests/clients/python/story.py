import os
import sys

sys.path.insert(0, "client")

import seedance_api as seedance

api = seedance.GenerationsApi(
    seedance.ApiClient(
        seedance.Configuration(host=os.environ["SEEDANCE_BASE_URL"], access_token=os.environ["SEEDANCE_API_KEY"])
    )
)


def generate(**fields):
    """Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between."""
    task = api.create_generation(seedance.GenerationRequest(**fields), _request_timeout=30)
    seen = [task.status]
    for _ in range(20):
        if task.status in ("completed", "failed"):
            break
        task = api.get_generation(task.id, _request_timeout=30)
        if seen[-1] != task.status:
            seen.append(task.status)
    return task, seen


task, _ = generate(model=seedance.VideoModel("seedance-2"), prompt="A lighthouse in a storm", duration=5)
print("video", task.result.data[0].url)

try:
    generate(model=seedance.VideoModel("seedance-2-mini"), prompt="A lighthouse in a storm", duration=7)
except seedance.exceptions.BadRequestException as e:
    error = seedance.ErrorResponse.from_json(e.body).error
    print("refused", e.status, error.code, error.param)

task, _ = generate(model=seedance.VideoModel("seedance-2"), prompt="[mock:new-fields] A lighthouse")
print("unknown fields", task.status)

_, seen = generate(model=seedance.VideoModel("seedance-2"), prompt="[mock:unknown-status] A lighthouse")
print("unknown status", *seen)
