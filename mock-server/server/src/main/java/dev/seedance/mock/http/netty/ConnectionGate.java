package dev.seedance.mock.http.netty;

import io.netty.channel.ChannelHandler;

/** Stands in front of the routes of every connection, and decides when a request reaches them. */
public interface ConnectionGate {

  /**
   * Creates the handler of a connection.
   *
   * @param exchanges the requests of the connection, and the responses to them
   */
  ChannelHandler handler(ExchangeHandler exchanges);
}
