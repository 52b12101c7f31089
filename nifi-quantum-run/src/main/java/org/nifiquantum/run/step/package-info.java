// SPDX-License-Identifier: Apache-2.0
/** Each step of a hybrid workflow as a function from run to run; what surrounds it, NiFi or a plain loop, is elsewhere. */
package org.nifiquantum.run.step;
