import io.circe.parser.decode
import seedance.api.GenerationsApi
import seedance.core.JsonSupport._
import seedance.model.{ErrorResponse, GenerationRequest, GenerationTask, VideoModel}
import sttp.client3.{HttpError, HttpClientSyncBackend, Request, ResponseException}

object Story {
  private val api = GenerationsApi(sys.env("SEEDANCE_BASE_URL"))
  private val key = sys.env("SEEDANCE_API_KEY")
  private val backend = HttpClientSyncBackend()

  private def call[T](request: Request[Either[ResponseException[String, Exception], T], Any]): T =
    request.send(backend).body.fold(throw _, identity)

  /** Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between. */
  private def generate(request: GenerationRequest): (GenerationTask, Seq[String]) = {
    val submitted = call(api.createGeneration(key)(request))
    val polls = Iterator.iterate(submitted)(task => call(api.getGeneration(key)(task.id))).take(20).toStream
    val (waiting, ended) = polls.span(task => !Set("completed", "failed")(task.status))
    (ended.head, (waiting :+ ended.head).map(_.status).distinct)
  }

  def main(args: Array[String]): Unit = {
    val request = GenerationRequest(VideoModel.Seedance2, prompt = Some("A lighthouse in a storm"), duration = Some(5))
    println("video " + generate(request)._1.result.get.data.head.url)

    try generate(request.copy(model = VideoModel.Seedance2Mini, duration = Some(7)))
    catch {
      case HttpError(body: String, status) =>
        val error = decode[ErrorResponse](body).fold(throw _, _.error)
        println(s"refused $status ${error.code} ${error.param.get}")
    }

    val odd = GenerationRequest(VideoModel.Seedance2, prompt = Some("[mock:new-fields] A lighthouse"))
    println("unknown fields " + generate(odd)._1.status)

    val unknown = GenerationRequest(VideoModel.Seedance2, prompt = Some("[mock:unknown-status] A lighthouse"))
    println("unknown status " + generate(unknown)._2.mkString(" "))
    backend.close()
  }
}
