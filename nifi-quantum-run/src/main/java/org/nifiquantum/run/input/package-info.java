// SPDX-License-Identifier: Apache-2.0
/** What enters: problems as JSON or in the formats of their field, circuits, whole run documents; told apart and read. */
package org.nifiquantum.run.input;
