"""Authors of countries, their books, and what readers do with these. Not to be changed."""

from __future__ import annotations

from django.db import models


class Country(models.Model):
    name = models.CharField(max_length=50)


class Author(models.Model):
    name = models.CharField(max_length=50)
    country = models.ForeignKey(Country, models.PROTECT)

    @property
    def full_name(self) -> str:
        return f"{self.name} ({self.country.name})"


class Tag(models.Model):
    name = models.CharField(max_length=50)

    class Meta:
        ordering = ["name"]


class Book(models.Model):
    title = models.CharField(max_length=100)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    tags = models.ManyToManyField(Tag)
    published = models.BooleanField(default=True)
    cents = models.IntegerField()
    discount = models.IntegerField(default=0)
    """In percent."""
    description = models.TextField()

    @property
    def label(self) -> str:
        tags = ", ".join(tag.name for tag in self.tags.all())
        return f"{self.title} by {self.author.full_name} [{tags}]"

    @property
    def best_review(self) -> Review | None:
        return self.reviews.filter(hidden=False).order_by("-stars", "id").first()

    @property
    def final_cents(self) -> int:
        return self.cents * (100 - self.discount) // 100


class Review(models.Model):
    book = models.ForeignKey(Book, models.CASCADE, related_name="reviews")
    stars = models.IntegerField()
    text = models.CharField(max_length=200)
    hidden = models.BooleanField(default=False)


class Sale(models.Model):
    book = models.ForeignKey(Book, models.CASCADE, related_name="sales")
    copies = models.IntegerField()
