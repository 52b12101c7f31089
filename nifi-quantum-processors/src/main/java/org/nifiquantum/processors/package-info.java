// SPDX-License-Identifier: Apache-2.0
/**
 * What NiFi sees of a hybrid run: properties, relationships, attributes, provenance and sessions around the steps of
 * {@code org.nifiquantum.run.step}. What a step does is not decided here.
 */
package org.nifiquantum.processors;
