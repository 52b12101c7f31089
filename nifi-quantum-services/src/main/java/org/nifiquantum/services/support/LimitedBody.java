// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an answer, given up as soon as it is larger than it may be. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final int limit;
    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private Subscription source;
    private long received;

    LimitedBody(int limit) {
        this.limit = limit;
    }

    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("it is larger than %d bytes".formatted(limit));
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        received += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > limit) {
            source.cancel();
            bytes.onError(new TooLargeException(limit));
            return;
        }
        bytes.onNext(parts);
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
