// SPDX-License-Identifier: Apache-2.0
/** What tests and campaigns need of the world outside NiFi. Nothing here is part of the product. */
package org.nifiquantum.testkit;
