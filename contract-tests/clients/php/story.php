<?php

declare(strict_types=1);

require 'GuzzleHttp/autoload.php'; // with Composer: vendor/autoload.php, which finds the generated code as well
spl_autoload_register(function (string $class): void {
    $file = __DIR__ . '/client/lib/' . strtr(substr($class, strlen('Seedance\\')), '\\', '/') . '.php';
    if (str_starts_with($class, 'Seedance\\') && is_file($file)) {
        require $file;
    }
});

use Seedance\Api\GenerationsApi;
use Seedance\ApiException;
use Seedance\Configuration;
use Seedance\Model\ErrorResponse;
use Seedance\Model\GenerationRequest;
use Seedance\Model\VideoModel;

$api = new GenerationsApi(
    new GuzzleHttp\Client(['timeout' => 30]),
    (new Configuration())->setHost(getenv('SEEDANCE_BASE_URL'))->setAccessToken(getenv('SEEDANCE_API_KEY'))
);

/** Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between. */
function generate(GenerationsApi $api, array $fields): array
{
    $task = $api->createGeneration(new GenerationRequest($fields));
    $seen = [$task->getStatus()];
    for ($polls = 0; $polls < 20 && !in_array($task->getStatus(), ['completed', 'failed'], true); $polls++) {
        $task = $api->getGeneration($task->getId());
        if (end($seen) !== $task->getStatus()) {
            $seen[] = $task->getStatus();
        }
    }
    return [$task, $seen];
}

[$task] = generate($api, ['model' => VideoModel::SEEDANCE_2, 'prompt' => 'A lighthouse in a storm', 'duration' => 5]);
echo 'video ', $task->getResult()->getData()[0]->getUrl(), PHP_EOL;

try {
    generate($api, ['model' => VideoModel::SEEDANCE_2_MINI, 'prompt' => 'A lighthouse in a storm', 'duration' => 7]);
} catch (ApiException $e) {
    $body = $e->getResponseObject();
    assert($body instanceof ErrorResponse);
    echo implode(' ', ['refused', $e->getCode(), $body->getError()->getCode(), $body->getError()->getParam()]), PHP_EOL;
}

[$task] = generate($api, ['model' => VideoModel::SEEDANCE_2, 'prompt' => '[mock:new-fields] A lighthouse']);
echo 'unknown fields ', $task->getStatus(), PHP_EOL;

[, $seen] = generate($api, ['model' => VideoModel::SEEDANCE_2, 'prompt' => '[mock:unknown-status] A lighthouse']);
echo implode(' ', ['unknown status', ...$seen]), PHP_EOL;
