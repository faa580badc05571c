$LOAD_PATH.unshift File.join(__dir__, 'client/lib')
require 'seedance_api'
require 'uri'

SeedanceApi.configure do |config|
  base = URI(ENV.fetch('SEEDANCE_BASE_URL'))
  config.scheme = base.scheme
  config.host = "#{base.host}:#{base.port}"
  config.access_token = ENV.fetch('SEEDANCE_API_KEY')
  config.timeout = 30
end

API = SeedanceApi::GenerationsApi.new

# Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between.
def generate(**fields)
  task = API.create_generation(SeedanceApi::GenerationRequest.new(**fields))
  seen = [task.status]
  20.times do
    break if %w[completed failed].include?(task.status)

    task = API.get_generation(task.id)
    seen << task.status unless seen.last == task.status
  end
  [task, seen]
end

task, = generate(model: SeedanceApi::VideoModel::SEEDANCE_2, prompt: 'A lighthouse in a storm', duration: 5)
puts "video #{task.result.data.first.url}"

begin
  generate(model: SeedanceApi::VideoModel::SEEDANCE_2_MINI, prompt: 'A lighthouse in a storm', duration: 7)
rescue SeedanceApi::ApiError => e
  error = SeedanceApi::ErrorResponse.build_from_hash(JSON.parse(e.response_body, symbolize_names: true)).error
  puts "refused #{e.code} #{error.code} #{error.param}"
end

task, = generate(model: SeedanceApi::VideoModel::SEEDANCE_2, prompt: '[mock:new-fields] A lighthouse')
puts "unknown fields #{task.status}"

_, seen = generate(model: SeedanceApi::VideoModel::SEEDANCE_2, prompt: '[mock:unknown-status] A lighthouse')
puts "unknown status #{seen.join(' ')}"
