package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	seedance "github.com/you/seedance"
)

var api *seedance.GenerationsAPIService

func main() {
	configuration := seedance.NewConfiguration()
	configuration.Servers = seedance.ServerConfigurations{{URL: os.Getenv("SEEDANCE_BASE_URL")}}
	configuration.AddDefaultHeader("Authorization", "Bearer "+os.Getenv("SEEDANCE_API_KEY"))
	api = seedance.NewAPIClient(configuration).GenerationsAPI
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()

	request := seedance.NewGenerationRequest(seedance.VIDEOMODEL_SEEDANCE_2)
	request.SetPrompt("A lighthouse in a storm")
	request.SetDuration(5)
	task, _ := must(generate(ctx, request))
	fmt.Println("video", task.Result.Data[0].Url)

	request.SetModel(seedance.VIDEOMODEL_SEEDANCE_2_MINI)
	request.SetDuration(7)
	_, _, err := generate(ctx, request)
	var refusal *seedance.GenericOpenAPIError
	if !errors.As(err, &refusal) {
		log.Fatal(err)
	}
	body := refusal.Model().(seedance.ErrorResponse)
	fmt.Println("refused", refusal.Error()[:3], body.Error.Code, body.Error.GetParam())

	request = seedance.NewGenerationRequest(seedance.VIDEOMODEL_SEEDANCE_2)
	request.SetPrompt("[mock:new-fields] A lighthouse")
	task, _ = must(generate(ctx, request))
	fmt.Println("unknown fields", task.Status)

	request.SetPrompt("[mock:unknown-status] A lighthouse")
	_, seen := must(generate(ctx, request))
	fmt.Print("unknown status")
	for _, status := range seen {
		fmt.Print(" ", status)
	}
	fmt.Println()
}

// generate submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between.
func generate(ctx context.Context, request *seedance.GenerationRequest) (*seedance.GenerationTask, []string, error) {
	task, _, err := api.CreateGeneration(ctx).GenerationRequest(*request).Execute()
	if err != nil {
		return nil, nil, err
	}
	seen := []string{task.Status}
	for polls := 0; polls < 20 && task.Status != "completed" && task.Status != "failed"; polls++ {
		if task, _, err = api.GetGeneration(ctx, task.Id).Execute(); err != nil {
			return nil, nil, err
		}
		if seen[len(seen)-1] != task.Status {
			seen = append(seen, task.Status)
		}
	}
	return task, seen, nil
}

func must(task *seedance.GenerationTask, seen []string, err error) (*seedance.GenerationTask, []string) {
	if err != nil {
		log.Fatal(err)
	}
	return task, seen
}
