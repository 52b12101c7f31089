/**
 * From a checkout to a NiFi that runs: {@code nifi} starts one, {@code rest} talks to it, {@code flow} runs a template
 * on it, {@code command} is what {@code ./quantum} offers.
 */
package org.nifiquantum.runtime;
