package io.scimdoctor.capture;

import io.scimdoctor.exchange.Exchange;

/** One exchange out of a capture, and the place it was found at. */
public record Captured(Source source, Exchange exchange) {}
