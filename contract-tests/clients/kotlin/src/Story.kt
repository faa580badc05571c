import kotlinx.coroutines.runBlocking
import seedance.apis.GenerationsApi
import seedance.infrastructure.ApiClient
import seedance.infrastructure.ClientError
import seedance.infrastructure.ClientException
import seedance.infrastructure.Serializer
import seedance.models.ErrorResponse
import seedance.models.GenerationRequest
import seedance.models.GenerationTask
import seedance.models.VideoModel

val api = GenerationsApi(System.getenv("SEEDANCE_BASE_URL"))

/** Submits and polls to the end. The mock's clock moves with each poll; with the provider, delay() in between. */
suspend fun generate(request: GenerationRequest): Pair<GenerationTask, List<String>> {
    var task = api.createGeneration(request)
    val seen = mutableListOf(task.status)
    repeat(20) {
        if (task.status !in setOf("completed", "failed")) {
            task = api.getGeneration(task.id)
            if (task.status != seen.last()) seen += task.status
        }
    }
    return task to seen
}

fun main() = runBlocking {
    ApiClient.accessToken = System.getenv("SEEDANCE_API_KEY")

    val request = GenerationRequest(VideoModel.SEEDANCE_2, prompt = "A lighthouse in a storm", duration = 5)
    println("video ${generate(request).first.result?.data?.first()?.url}")

    try {
        generate(request.copy(model = VideoModel.SEEDANCE_2_MINI, duration = 7))
    } catch (e: ClientException) {
        val body = (e.response as ClientError<*>).body as String
        val error = Serializer.jacksonObjectMapper.readValue(body, ErrorResponse::class.java).error
        println("refused ${e.statusCode} ${error.code} ${error.param}")
    }

    val (odd) = generate(GenerationRequest(VideoModel.SEEDANCE_2, prompt = "[mock:new-fields] A lighthouse"))
    println("unknown fields ${odd.status}")

    val (_, seen) = generate(GenerationRequest(VideoModel.SEEDANCE_2, prompt = "[mock:unknown-status] A lighthouse"))
    println("unknown status ${seen.joinToString(" ")}")
}
