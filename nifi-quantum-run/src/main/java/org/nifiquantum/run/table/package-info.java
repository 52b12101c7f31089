// SPDX-License-Identifier: Apache-2.0
/** Answers as tables that other tools take next: as matrices, and as comma-separated values. */
package org.nifiquantum.run.table;
