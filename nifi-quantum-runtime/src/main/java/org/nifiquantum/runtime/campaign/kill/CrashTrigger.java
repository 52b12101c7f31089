// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.runtime.nifi.EnvironmentException;

/**
 * Waits in another JVM, as a debugger, until one of its threads comes to a place for the k-th time; then that thread
 * stands still and something is done, once.
 */
final class CrashTrigger implements AutoCloseable {

    private final VirtualMachine jvm;
    private final Place place;
    private final int hit;
    private final Runnable action;
    private final Set<Method> armed = new HashSet<>();
    private final Thread listener =
            Thread.ofPlatform().daemon().name("crash-trigger").unstarted(this::listen);
    private int hits;
    private volatile boolean fired;
    private volatile Optional<IllegalStateException> failure = Optional.empty();

    private CrashTrigger(VirtualMachine jvm, Place place, int hit, Runnable action) {
        this.jvm = jvm;
        this.place = place;
        this.hit = hit;
        this.action = action;
    }

    /**
     * Begins to wait.
     *
     * @param debugPort where the other JVM listens, or will within seconds
     * @param hit which time it is that counts, from 1
     * @throws EnvironmentException if nobody listens on the port
     */
    static CrashTrigger arm(int debugPort, Place place, int hit, Runnable action) {
        CrashTrigger trigger = new CrashTrigger(DebugPort.attach(debugPort), place, hit, action);
        trigger.placeBreakpoints();
        trigger.listener.start();
        return trigger;
    }

    /**
     * Whether the place was reached and the action is done.
     *
     * @throws IllegalStateException if it can never be reached, because a class has no such method
     */
    boolean hasFired() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return fired;
    }

    private void placeBreakpoints() {
        for (String name : place.classes()) {
            ClassPrepareRequest loaded = jvm.eventRequestManager().createClassPrepareRequest();
            loaded.addClassFilter(name);
            loaded.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            loaded.enable();
            jvm.classesByName(name).stream().filter(ReferenceType::isPrepared).forEach(this::placeBreakpoints);
        }
    }

    private void placeBreakpoints(ReferenceType type) {
        List<Method> methods = type.methodsByName(place.method()).stream()
                .filter(method -> !method.isAbstract() && !method.isBridge())
                .toList();
        if (methods.isEmpty()) {
            throw new IllegalStateException("%s has no method %s".formatted(type.name(), place.method()));
        }
        // Two classes of a place may inherit one method, which counts once.
        for (Method method : methods.stream().filter(armed::add).toList()) {
            BreakpointRequest entry = jvm.eventRequestManager().createBreakpointRequest(method.location());
            entry.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            entry.enable();
        }
    }

    private void listen() {
        try {
            while (!fired) {
                EventSet events = jvm.eventQueue().remove();
                for (Event event : events) {
                    handle(event);
                }
                if (!fired) {
                    events.resume();
                }
            }
        } catch (VMDisconnectedException e) {
            // The other JVM is gone, or we have let go of it.
            return;
        } catch (IllegalStateException e) {
            failure = Optional.of(e);
            jvm.resume();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Event event) {
        switch (event) {
            case ClassPrepareEvent prepared -> placeBreakpoints(prepared.referenceType());
            case BreakpointEvent reached -> {
                if (counts(reached.thread(), reached.location()) && ++hits == hit) {
                    action.run();
                    fired = true;
                }
            }
            default -> {}
        }
    }

    private boolean counts(ThreadReference thread, Location location) {
        List<StackFrame> frames;
        try {
            frames = thread.frames();
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException("the thread that hit a breakpoint runs on", e);
        }
        return (frames.size() < 2 || !isOverload(location, frames.get(1).location()))
                && (place.within().isEmpty() || frames.stream().anyMatch(this::isWithin));
    }

    private static boolean isOverload(Location location, Location caller) {
        return caller.declaringType().equals(location.declaringType())
                && caller.method().name().equals(location.method().name());
    }

    private boolean isWithin(StackFrame frame) {
        ObjectReference self = frame.thisObject();
        return self != null && self.referenceType().name().endsWith("." + place.within());
    }

    /** Lets go of the other JVM, if it still runs. */
    @Override
    public void close() {
        try {
            jvm.dispose();
        } catch (VMDisconnectedException e) {
            // Then there is nothing to let go of.
            return;
        }
    }
}
