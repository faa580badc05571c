package shop;

import dev.seedance.client.model.GenerationTask;

/** A finished video. */
record Clip(String id, String url) {

  static Clip of(GenerationTask task) {
    return new Clip(task.getId(), task.getResult().getData().get(0).getUrl());
  }
}
