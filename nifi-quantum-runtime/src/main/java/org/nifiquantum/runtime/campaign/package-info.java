// SPDX-License-Identifier: Apache-2.0
/** What the campaigns with a provider have in common: the flow that goes to it, and how its answers are judged. */
package org.nifiquantum.runtime.campaign;
