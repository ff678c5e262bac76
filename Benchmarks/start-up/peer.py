"""The least that a FastAPI application can be."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home() -> str:
    return "ok"
