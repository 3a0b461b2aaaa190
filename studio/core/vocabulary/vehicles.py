"""What people travel in and on."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table

VEHICLES = table(
    Kind.VEHICLE,
    """
    car: automobile, sedan, saloon, limousine, jeep, convertible, police car
    taxi: cab
    van: minibus, camper, ambulance
    truck: lorry, pickup, fire engine
    bus: coach
    bicycle: bike, cycle
    motorcycle: motorbike, scooter, moped
    train: locomotive, railway carriage, train carriage
    tram: streetcar, trolley
    boat: rowing boat, rowboat, dinghy, canoe, skiff
    sailboat: sailing boat, yacht, sloop
    ship: ferry, freighter, liner, trawler, fishing boat
    plane: airplane, aeroplane, aircraft, jet
    helicopter: chopper
    tractor: combine
    cart: wagon, carriage, wheelbarrow
    """,
)
