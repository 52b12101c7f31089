// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.JsonNode;

/** What a dialect answers. */
public record Answer(int status, JsonNode body) {}
