// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

/** One event in a lineage: its identifier, its type as NiFi writes it, and when it happened (Unix milliseconds). */
public record LineageEvent(long id, String type, long millis) {}
