// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

/** One message a component has put on NiFi's bulletin board; {@code level} as NiFi writes it: {@code WARNING}, {@code ERROR}. */
public record Bulletin(String level, String source, String message) {}
