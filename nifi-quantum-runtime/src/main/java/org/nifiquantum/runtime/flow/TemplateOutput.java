// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

/**
 * What came of an input.
 *
 * @param input the place of the input in the list that was fed, from 0
 * @param port the name of the template's output port
 */
public record TemplateOutput(int input, String port, PackagedFlowFile flowFile) {}
