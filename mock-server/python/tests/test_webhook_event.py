import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Dict

import pytest

from seedance_mock import WebhookRejection, verify_webhook

VECTORS = json.loads(
    (Path(__file__).parents[3] / "api-spec" / "vectors" / "webhooks" / "signatures.json").read_text(encoding="utf-8")
)["vectors"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_the_signature_vectors_of_the_contract(vector: Dict[str, Any]) -> None:
    now = datetime.fromtimestamp(vector["now"], timezone.utc)
    body = vector["body"].encode()
    if vector["expect"]["accepted"]:
        event = verify_webhook(vector["headers"], body, vector["secrets"], now=lambda: now)
        assert event.id == vector["headers"]["X-ToAPIs-Webhook-Id"]
    else:
        with pytest.raises(WebhookRejection):
            verify_webhook(vector["headers"], body, vector["secrets"], now=lambda: now)


def test_a_stale_event_says_how_stale_and_how_to_take_it() -> None:
    headers = {
        "X-ToAPIs-Webhook-Id": "evt_1",
        "X-ToAPIs-Webhook-Timestamp": "100",
        "X-ToAPIs-Webhook-Signature": "v1=00",
    }
    now = datetime.fromtimestamp(1_000, timezone.utc)
    stale = r"^the timestamp 100 is 900 s from now, expected at most 300 s \(a mock that was started with a clock_start"
    with pytest.raises(WebhookRejection, match=stale):
        verify_webhook(headers, b"{}", ["x"], now=lambda: now)
    with pytest.raises(WebhookRejection, match="no secret that is known here"):
        verify_webhook(headers, b"{}", ["x"], now=lambda: now, tolerance=timedelta.max)
