"""A mock of the seedance-2 video API for tests.

:func:`start_mock` starts a server, :func:`connect` finds one that runs; ``fresh_sandbox`` gives each test a sandbox of
its own. With pytest the fixture ``seedance_mock`` does all of that.
"""

from seedance_mock.account import Account
from seedance_mock.call import RecordedCall
from seedance_mock.clock import MockClock
from seedance_mock.control_plane import MockServerError
from seedance_mock.fault import (
    Fault,
    bad_signature,
    connection_reset,
    cut_body,
    delay,
    duplicate,
    malformed_body,
    patch_body,
    replace_body,
    respond,
)
from seedance_mock.program import ServerStartError
from seedance_mock.scenario import Scenario
from seedance_mock.server import MockServer, Violation
from seedance_mock.start import connect, start_mock
from seedance_mock.task import MockTask, TaskError
from seedance_mock.webhook_event import WebhookEvent, WebhookRejection, verify_webhook
from seedance_mock.webhook_receiver import WebhookReceiver
from seedance_mock.webhooks import Attempt, Delivery, Webhooks

__all__ = [
    "Account",
    "Attempt",
    "Delivery",
    "Fault",
    "MockClock",
    "MockServer",
    "MockServerError",
    "MockTask",
    "RecordedCall",
    "Scenario",
    "ServerStartError",
    "TaskError",
    "Violation",
    "WebhookEvent",
    "WebhookReceiver",
    "WebhookRejection",
    "Webhooks",
    "bad_signature",
    "connect",
    "connection_reset",
    "cut_body",
    "delay",
    "duplicate",
    "malformed_body",
    "patch_body",
    "replace_body",
    "respond",
    "start_mock",
    "verify_webhook",
]
