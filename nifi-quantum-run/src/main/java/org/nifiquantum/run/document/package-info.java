// SPDX-License-Identifier: Apache-2.0
/**
 * The document a run travels in: its sections as records, reading, writing and validation.
 *
 * <p>A section belongs to one step, which alone writes it; every other step leaves its bytes as they are. The meaning
 * of the members stands in {@code docs/schemas/run-1.schema.json}.
 */
package org.nifiquantum.run.document;
