// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon Braket: circuits as OpenQASM 3 in Braket's gates, one quantum task for each or program sets where the device has them,
 * results from the user's S3 bucket. Calls are made and signed by the AWS SDK, over our own HTTP transport.
 */
package org.nifiquantum.services.braket;
